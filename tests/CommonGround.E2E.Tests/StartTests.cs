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

    public sealed class OnSqlite(ProductOnSqlite product) : StartTests(product), IClassFixture<ProductOnSqlite>;

    public sealed class OnPostgres(ProductOnPostgres product) : StartTests(product), IClassFixture<ProductOnPostgres>;
}
