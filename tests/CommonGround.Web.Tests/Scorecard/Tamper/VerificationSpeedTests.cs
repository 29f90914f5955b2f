using System.Diagnostics;
using CommonGround.Scorecard;
using CommonGround.Testing.Product;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Audit;
using CommonGround.Web.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Scorecard.Tamper;

/// <summary>How many entries a second are verified, of logs that are as long as a region's.</summary>
[ScorecardRow("P2")]
public abstract class VerificationSpeedTests(RunningProduct product)
{
    private const int Runs = 3;

    [Fact]
    public async Task Verify_LongLogs_ReadsThemFast()
    {
        var (entries, atLeast) = (Volume.Of(sample: 10_000, full: 400_000), Volume.Of(sample: 5_000, full: 100_000));
        var database = product.Services.GetRequiredService<PlainDatabase>();
        LongLogs.Write(database, entries, product.Clock.UtcNow());
        var anchors = new AnchoredHeads([product.Services.GetRequiredService<Anchoring>().Take()]);
        var rates = new List<double>();
        var processor = TimeSpan.Zero;

        for (var run = 0; run < Runs; run++)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var watch = Stopwatch.StartNew();
            var report = await AuditVerification.Verify(database, anchors, CancellationToken.None);
            watch.Stop();
            processor += Process.GetCurrentProcess().TotalProcessorTime - before;
            var read = report.JournalEntries + report.AccessEntries;
            rates.Add(read / watch.Elapsed.TotalSeconds);
            Assert.Null(report.FirstBroken);
            Assert.True(read >= entries, $"Only {read} entries were read.");
        }

        Figure.Report("P2", $"{entries:N0} entries on {product.Kind} with their texts and people, against an anchor, on {Environment.ProcessorCount} processors: {string.Join(", ", rates.Select(rate => FormattableString.Invariant($"{rate:N0}")))} entries/s (at least {atLeast:N0}), {processor.TotalMicroseconds / Runs / entries:N1} µs of processor time an entry");
        Assert.True(rates.Max() >= atLeast, $"{rates.Max():N0} entries/s");
    }

    [Collection(Alone.Name)]
    public sealed class OnSqlite(SqliteProduct product) : VerificationSpeedTests(product), IClassFixture<SqliteProduct>;

    [Collection(Alone.Name)]
    public sealed class OnPostgres(PostgresProduct product) : VerificationSpeedTests(product), IClassFixture<PostgresProduct>;
}
