using CommonGround.E2E.Tests.Browsing;
using CommonGround.E2E.Tests.Running;

namespace CommonGround.E2E.Tests;

/// <summary>Every part of our pages bears every way of looking, and says what it must without a script.</summary>
public sealed class GalleryTests(ProductOnSqlite product) : IClassFixture<ProductOnSqlite>
{
    [Theory]
    [InlineData("/gallery")]
    [InlineData("/gallery/citizen")]
    [InlineData("/gallery/case")]
    [InlineData("/gallery/meeting")]
    [InlineData("/gallery/supervisor")]
    [InlineData("/no-such-page")]
    public async Task Look_InEveryWay_IsAccessible(string address)
    {
        await using var window = await product.OpenWindow();
        foreach (var kind in new[] { WindowKind.Wide, WindowKind.Narrow, WindowKind.Dark })
        {
            await window.Show(kind);
            await window.Open(address);
            await window.ShouldBeAccessible();
        }
    }

    [Fact]
    public async Task Send_WithSomethingAmiss_HearsOfItFirst()
    {
        await using var window = await product.OpenWindow();
        var page = await window.Open("/gallery");

        await page.Locator("form.card.form button.btn").ClickAsync();

        Assert.Equal("errors", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Locator("#errors a").First.PressAsync("Enter");
        Assert.Equal("Input_Name", await page.EvaluateAsync<string>("document.activeElement.id"));
        await window.ShouldBeAccessible();
    }

    [Fact]
    public async Task Write_WhileTheConnectionIsGone_IsToldAndKeepsTheWords()
    {
        await using var window = await product.OpenWindow();
        var page = await window.Open("/gallery");
        await page.Context.SetOfflineAsync(true);

        await page.Locator("#Input_Story").PressSequentiallyAsync("Some words");
        await page.Locator("#connection").WaitForAsync();

        Assert.Equal("Some words", await page.InputValueAsync("#Input_Story"));
        await page.Context.SetOfflineAsync(false);
        await page.Locator("#Input_Story").PressSequentiallyAsync("!");
        await page.Locator("#connection").WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Hidden });
    }
}
