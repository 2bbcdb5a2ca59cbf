"""The database: tables, migrations, journal, backup."""
