using Microsoft.Playwright;

namespace CommonGround.E2E.Tests.Browsing;

/// <summary>The machine's own Chromium, started once and shared; each window in it is a separate person.</summary>
public sealed class Chromium
{
    private static readonly Lazy<Task<Chromium>> LazyShared = new(StartAsync);

    private readonly IBrowser _browser;

    private Chromium(IBrowser browser) => _browser = browser;

    public static Task<Chromium> Shared => LazyShared.Value;

    public static string? Missing => File.Exists(ExecutablePath) ? null : "Chromium is not installed here (Debian: apt-get install chromium).";

    private static string ExecutablePath => Environment.GetEnvironmentVariable("COMMONGROUND_TEST_CHROMIUM") ?? "/usr/bin/chromium";

    public static ColorScheme ColorsOf(WindowKind kind) => kind == WindowKind.Dark ? ColorScheme.Dark : ColorScheme.Light;

    public static ViewportSize SizeOf(WindowKind kind) =>
        kind == WindowKind.Narrow ? new ViewportSize { Width = 320, Height = 640 } : new ViewportSize { Width = 1280, Height = 900 };

    /// <param name="language">Chosen in this browser; null leaves it to the person's own settings.</param>
    public async Task<Window> OpenWindow(Uri address, WindowKind kind, string? language = null)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            Locale = "sv-SE",
            TimezoneId = "Europe/Stockholm",
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = kind != WindowKind.WithoutJavaScript,
            ColorScheme = ColorsOf(kind),
            // The proxy of the tests stands on this machine, under a certificate that nobody else knows.
            IgnoreHTTPSErrors = address.IsLoopback,
            ViewportSize = SizeOf(kind),
        });
        context.SetDefaultTimeout(10_000);
        if (language is not null) await context.AddCookiesAsync([new Cookie { Name = "language", Value = language, Url = address.ToString() }]);
        return new Window(context, await context.NewPageAsync(), kind);
    }

    private static async Task<Chromium> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return new Chromium(await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = ExecutablePath,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        }));
    }
}
