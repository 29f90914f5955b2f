namespace CommonGround.E2E.Tests;

/// <summary>The published program starts and answers a browser, on each database.</summary>
public abstract class StartTests(ProductOn product)
{
    [Fact]
    public async Task Open_Health_TellsThatItLives()
    {
        await using var window = await product.OpenWindow();

        var page = await window.Open("/health/live");

        Assert.Equal("live", await page.Locator("body").InnerTextAsync());
    }

    [Fact]
    public async Task Start_InTheDemo_PrintsItsAddress_AndWhoCanSignIn()
    {
        var printed = await product.Process.WaitUntilPrinted("/demo/outbox");

        Assert.Contains($"{product.Process.Address.ToString().TrimEnd('/')}/demo", printed);
        foreach (var name in new[] { "Amina Nord", "Sara Lind", "Jonas Ek", "Maria Holm" })
            Assert.Contains(name, printed);
    }

    public sealed class OnSqlite(ProductOnSqlite product) : StartTests(product), IClassFixture<ProductOnSqlite>;

    public sealed class OnPostgres(ProductOnPostgres product) : StartTests(product), IClassFixture<ProductOnPostgres>;
}
