namespace CommonGround.Scorecard;

/// <summary>
/// What a row came to, in words with its number: <c>S2: 1 000 000 decisions, 0 differences</c>. Printed by
/// <c>./verify</c> and at the end of <c>./test</c>: test runners keep what a passing test prints to themselves, so the
/// figures go by a file.
/// </summary>
public static class Figure
{
    private static readonly Lock Gate = new();

    public static void Report(string row, FormattableString figure)
    {
        var line = $"{row}: {FormattableString.Invariant(figure)}";
        Xunit.TestContext.Current.TestOutputHelper?.WriteLine(line);
        if (Environment.GetEnvironmentVariable("COMMONGROUND_FIGURES") is { Length: > 0 } path)
        {
            lock (Gate) File.AppendAllText(path, line + Environment.NewLine);
        }
    }
}
