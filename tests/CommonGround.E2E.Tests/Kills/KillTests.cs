using System.Diagnostics;
using CommonGround.E2E.Tests.Running;
using CommonGround.Scorecard;
using CommonGround.Testing.Databases;

namespace CommonGround.E2E.Tests.Kills;

/// <summary>
/// The published program is killed under writes, again and again, on the same database: what was acknowledged is there once, with its
/// receipt and its line in the journal; what was not is there wholly or not at all, and sent again has one effect.
/// </summary>
[ScorecardRow("R1")]
public sealed class KillTests
{
    private static readonly int Kills = Volume.Of(sample: 2, full: 20);

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Killed_UnderWrites_LosesDoublesAndHalvesNothing(DatabaseKind kind)
    {
        Assert.SkipWhen(kind == DatabaseKind.Postgres && PostgresServer.Missing is not null, PostgresServer.Missing ?? "");
        await using var server = kind == DatabaseKind.Postgres ? await PostgresServer.StartAsync(durable: true) : null;
        var product = await ProductProcess.StartAsync(await TestDatabase.CreateAsync(kind, server));
        var meeting = await Kept.Meeting(product.Database, "case-berit");
        using var writers = new Writers("amina", "case-berit");
        await writers.SignIn(product.Address, meeting.Id, meeting.Side);
        var random = new Random(Volume.Seed);
        var (faults, open) = (new List<string>(), 0);

        for (var kill = 0; kill < Kills; kill++)
        {
            using var stop = new CancellationTokenSource();
            var writing = writers.Write(product.Address, stop.Token);
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(300, 1_500)), TestContext.Current.CancellationToken);
            await product.KillAsync();
            await stop.CancelAsync();
            await writing;

            product = await ProductProcess.StartAsync(product.Database);
            faults.AddRange((await Kept.Read(product.Database)).Faults(writers.Sent, writers.Acknowledged));
            open += writers.Sent.Count - writers.Acknowledged.Count;
            await writers.SendAgain(product.Address);
        }

        await using var last = product;
        var kept = await Kept.Read(product.Database);
        faults.AddRange(kept.Faults(writers.Sent, writers.Acknowledged));
        var audit = await Audit(product.Database);

        Figure.Report("R1", $"{Kills} kills on {kind}: {writers.Acknowledged.Count} acknowledged writes, {open} under way when killed and sent again: {faults.Count} lost, doubled, half-done or unlogged. {audit}");
        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct().Take(20)));
        Assert.StartsWith("Whole:", audit, StringComparison.Ordinal);
        Assert.True(writers.Acknowledged.Count > Kills, $"Only {writers.Acknowledged.Count} writes were acknowledged.\n{product.Output}");

        // The negative control: an acknowledgement that nobody gave, a doubled effect, a journal line that is gone.
        var (forged, some) = (Guid.CreateVersion7(), writers.Acknowledged.First());
        Assert.Single(kept.Faults([.. writers.Sent, forged], writers.Acknowledged.Append(forged).ToHashSet()));
        Assert.Single((kept with { Effects = [.. kept.Effects, Kept.Begins(some)] }).Faults(writers.Sent, writers.Acknowledged));
        Assert.Single((kept with { Journalled = [.. kept.Journalled.Where(c => c != Kept.Begins(some))] }).Faults(writers.Sent, writers.Acknowledged));
    }

    private static async Task<string> Audit(TestDatabase database)
    {
        var start = new ProcessStartInfo(Path.Combine(Repository.Root, "artifacts", "product", "commonground"), ["audit", "verify"])
        {
            RedirectStandardOutput = true,
            Environment = { ["COMMONGROUND_DATA"] = database.DataFolder, ["COMMONGROUND_DATABASE"] = database.ConnectionString },
        };
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        // The last line tells the pace.
        return said.Trim().Split('\n')[^2];
    }
}
