"""Telling readers by e-mail what a committee publishes: asking, confirming, ending, and sending each letter once."""
