namespace CommonGround.Testing.Sql;

/// <summary>The statements of one request, counted as a budget wants them counted.</summary>
public static class SqlStatements
{
    /// <summary>Those without any of these tags.</summary>
    public static IReadOnlyList<SqlStatement> Without(this IReadOnlyList<SqlStatement> statements, params string[] tags) =>
        [.. statements.Where(statement => !statement.Tags.Intersect(tags).Any())];
}
