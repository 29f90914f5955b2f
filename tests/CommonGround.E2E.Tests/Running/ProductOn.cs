using CommonGround.Testing.Databases;

namespace CommonGround.E2E.Tests.Running;

/// <summary>A running product and a browser for one test class; use <see cref="ProductOnSqlite"/> or <see cref="ProductOnPostgres"/>.</summary>
public abstract class ProductOn(DatabaseKind kind) : IAsyncLifetime
{
    private ProductProcess? _process;
    private Chromium? _chromium;

    public ProductProcess Process => _process ?? throw new InvalidOperationException("The product has not started.");

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(Chromium.Missing is not null, Chromium.Missing ?? "");
        Assert.SkipWhen(kind == DatabaseKind.Postgres && PostgresServer.Missing is not null, PostgresServer.Missing ?? "");
        _chromium = await Chromium.Shared;
        _process = await ProductProcess.StartAsync(kind);
    }

    /// <summary>A new browser window with nothing remembered.</summary>
    public Task<Window> OpenWindow(WindowKind window = WindowKind.Wide, string? language = null) =>
        _chromium!.OpenWindow(Process.Address, window, language);

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
