namespace CommonGround.Testing.Sql;

/// <summary>One statement that EF Core sent, with the marks that the code gave it by <c>TagWith</c>.</summary>
public sealed record SqlStatement(string Text)
{
    /// <summary><c>TagWith("policy")</c> arrives as a comment line at the start of the statement.</summary>
    public IReadOnlyList<string> Tags { get; } =
        [.. Text.Split('\n').Select(line => line.Trim()).TakeWhile(line => line.Length == 0 || line.StartsWith("-- ", StringComparison.Ordinal))
            .Where(line => line.Length > 0).Select(line => line[3..])];

    public override string ToString() => Text;
}
