using Microsoft.Playwright;

namespace CommonGround.E2E.Tests.Browsing;

/// <summary>Pictures of pages, kept in artifacts/screenshots to look at and to choose the README's from.</summary>
public static class Screenshots
{
    private static readonly string Folder = Path.Combine(Repository.Root, "artifacts", "screenshots");

    /// <summary>Saved as NAME-wide.png, NAME-narrow.png or NAME-dark.png.</summary>
    public static Task SaveScreenshot(this Window window, string name) =>
        window.Page.ScreenshotAsync(new PageScreenshotOptions
        {
            FullPage = true,
            Path = Path.Combine(Folder, $"{name}-{Suffix(window.Kind)}.png"),
        });

    private static string Suffix(WindowKind kind) => kind switch
    {
        WindowKind.Wide => "wide",
        WindowKind.Narrow => "narrow",
        WindowKind.Dark => "dark",
        _ => "without-javascript",
    };
}
