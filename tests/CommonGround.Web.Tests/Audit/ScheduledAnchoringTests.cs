using CommonGround.Testing.Product;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Audit;
using CommonGround.Web.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommonGround.Web.Tests.Audit;

public abstract class ScheduledAnchoringTests(RunningProduct product)
{
    [Fact]
    public async Task Once_AddressRefuses_IsAWarningWithoutSecrets_AndTheNextOneIsKept()
    {
        await using var outside = await ReceivingAddress.Start();
        outside.Status = 503;
        using var anchoring = Service(outside.Address.Replace("://", "://notary:planted@", StringComparison.Ordinal), out var settings);

        Assert.False(await anchoring.Once(settings.To!, CancellationToken.None));
        var line = Assert.Single(product.Log.Lines, l => l.Contains(outside.Address, StringComparison.Ordinal));
        Assert.StartsWith("Warning ", line, StringComparison.Ordinal);
        Assert.Contains("503", line, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", line, StringComparison.Ordinal);

        outside.Status = 200;
        Assert.True(await anchoring.Once(settings.To!, CancellationToken.None));
        Assert.True(await anchoring.Once(settings.To!, CancellationToken.None));
        Assert.Equal([null, Anchor.Read(outside.Received.First().Body)!.Digest], outside.Received.Select(r => Anchor.Read(r.Body)!.Since));
    }

    [Fact]
    public async Task Started_WhileTheAddressRefuses_GoesOnTrying_UntilItIsKept()
    {
        await using var outside = await ReceivingAddress.Start();
        outside.Status = 503;
        using var anchoring = Service(outside.Address, out _, every: "00:00:01");
        await anchoring.StartAsync(CancellationToken.None);
        await Until(() => product.Log.Lines.Any(l => l.Contains(outside.Address, StringComparison.Ordinal)));

        outside.Status = 200;

        await Until(() => outside.Received.Count >= 2);
        Assert.False(anchoring.ExecuteTask!.IsFaulted);
        await anchoring.StopAsync(CancellationToken.None);
    }

    [Theory]
    [InlineData("COMMONGROUND_ANCHOR_EVERY", "often")]
    [InlineData("COMMONGROUND_ANCHOR_EVERY", "00:00:00")]
    [InlineData("COMMONGROUND_ANCHOR_TO", "ftp://log.example")]
    public void Settings_ThatCannotBe_RefuseTheStart(string key, string value)
    {
        var refused = Assert.Throws<StartRefusedException>(() => Settings((key, value)));
        Assert.Contains(key, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_Without_AnchorNothing_AndHourlyElse()
    {
        Assert.Null(Settings().To);
        Assert.Equal(TimeSpan.FromHours(1), Settings().Every);
        Assert.Equal(TimeSpan.FromMinutes(30), Settings(("COMMONGROUND_ANCHOR_EVERY", "00:30:00")).Every);
    }

    private static AnchorSettings Settings(params (string Key, string Value)[] settings) =>
        new(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build());

    private static async Task Until(Func<bool> so)
    {
        for (var i = 0; i < 200 && !so(); i++)
            await Task.Delay(50);
        Assert.True(so());
    }

    private ScheduledAnchoring Service(string to, out AnchorSettings settings, string every = "01:00:00")
    {
        settings = Settings(("COMMONGROUND_ANCHOR_TO", to), ("COMMONGROUND_ANCHOR_EVERY", every));
        return new ScheduledAnchoring(
            new Anchoring(product.Services.GetRequiredService<PlainDatabase>(), product.Clock), settings,
            product.Services.GetRequiredService<ILogger<ScheduledAnchoring>>());
    }

    public sealed class OnSqlite(SqliteDemo product) : ScheduledAnchoringTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : ScheduledAnchoringTests(product), IClassFixture<PostgresDemo>;
}
