using Microsoft.Playwright;

namespace CommonGround.E2E.Tests;

/// <summary>A passkey, from the browser's own authenticator to the account page and back, by keyboard; each page accessible, narrow and dark too.</summary>
public abstract class PasskeyTests(ProductOn product)
{
    [Fact]
    public async Task APasskey_IsAdded_SignsIn_IsRemoved_AndOpensNothingAnyMore()
    {
        await using var window = await product.OpenWindow();
        await WithAuthenticator(window.Page);
        await window.SignInAs("karin");
        await window.Open("/account/passkeys/add");
        await window.ShouldBeForEveryone();
        await window.TabToAndPress(window.Page.Locator("main form button"));
        await window.Arrived(IsAccount);
        await window.ShouldBeForEveryone();
        Assert.Equal(1, await window.Page.Locator("a[href^='/account/passkeys/']:not([href$='add'])").CountAsync());

        await SignOut(window);
        await SignIn(window);
        Assert.Contains("Karin", await window.Page.Locator(".person summary").InnerTextAsync());

        await window.Page.Locator("a[href^='/account/passkeys/']:not([href$='add'])").ClickAsync();
        await window.ShouldBeForEveryone();
        await window.Page.Locator(".btn.grave").ClickAsync();
        await window.Arrived(IsAccount);
        await SignOut(window);
        await SignIn(window, url => url.PathAndQuery == "/sign-in?handler=Passkey");
        Assert.True(await window.Page.Locator("#errors").IsVisibleAsync());
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task ABrowserWithoutScripts_IsOfferedThePassword_AndNoPasskey()
    {
        await using var window = await product.OpenWindow(WindowKind.WithoutJavaScript);

        await window.Open("/sign-in");

        Assert.False(await window.Page.Locator("#by-passkey").IsVisibleAsync());
        Assert.True(await window.Page.Locator("[name=Password]").IsVisibleAsync());
    }

    private static bool IsAccount(Uri url) => url.AbsolutePath == "/account";

    private static async Task SignIn(Window window, Func<Uri, bool>? there = null)
    {
        await window.Open("/sign-in?to=/account");
        await window.ShouldBeForEveryone();
        await window.TabToAndPress(window.Page.Locator("#by-passkey button"));
        await window.Arrived(there ?? IsAccount);
    }

    private static async Task SignOut(Window window)
    {
        await window.Page.Locator(".person summary").ClickAsync();
        await window.Page.Locator(".person button").ClickAsync();
        await window.Arrived(url => !IsAccount(url));
    }

    /// <summary>A device of the browser's own making, which says yes as a person would, with their finger.</summary>
    private static async Task WithAuthenticator(IPage page)
    {
        var devices = await page.Context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true,
                ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
    }

    public sealed class OnSqlite(ProductOnSqlite product) : PasskeyTests(product), IClassFixture<ProductOnSqlite>;

    public sealed class OnPostgres(ProductOnPostgres product) : PasskeyTests(product), IClassFixture<ProductOnPostgres>;
}

internal static class EachWindow
{
    /// <summary>Wide, narrow and dark.</summary>
    public static async Task ShouldBeForEveryone(this Window window)
    {
        foreach (var kind in new[] { WindowKind.Narrow, WindowKind.Dark, WindowKind.Wide })
        {
            await window.Show(kind);
            await window.ShouldBeAccessible();
        }
    }
}
