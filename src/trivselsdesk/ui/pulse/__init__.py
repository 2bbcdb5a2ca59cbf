"""The pulsmåling as rooms share it: its result as a chart, and answers given in turn on one machine."""
