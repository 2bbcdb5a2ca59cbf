"""The room where themes become agreements: five questions, SMTTE, the report."""
