namespace CommonGround.Testing.Databases;

/// <summary>The databases that the product runs on. Every web test runs on each.</summary>
public enum DatabaseKind
{
    /// <summary>A file, as in production: a database in memory hides locking.</summary>
    Sqlite,

    Postgres,
}
