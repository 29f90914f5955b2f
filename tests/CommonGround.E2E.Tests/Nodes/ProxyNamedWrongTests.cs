using CommonGround.Testing.Databases;

namespace CommonGround.E2E.Tests.Nodes;

/// <summary>Settings by which anybody could say who they are stop the start, and the message says what to do.</summary>
public sealed class ProxyNamedWrongTests
{
    [Theory]
    [InlineData("COMMONGROUND_PROXY", "nginx")]
    [InlineData("COMMONGROUND_PROXY", "10.0.0.5, 0.0.0.0/0")]
    [InlineData("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true")]
    public async Task StopsTheStart(string setting, string value)
    {
        var product = ProductProcess.Begin(await TestDatabase.CreateAsync(DatabaseKind.Sqlite), new Dictionary<string, string> { [setting] = value });
        await using var ended = product;

        Assert.Equal(1, await product.EndedAsync());
        Assert.Contains(setting, product.Output, StringComparison.Ordinal);
        Assert.Contains("COMMONGROUND_PROXY", product.Output, StringComparison.Ordinal);
    }
}
