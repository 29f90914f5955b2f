using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using CommonGround.Scorecard;
using CommonGround.Testing.Product;
using CommonGround.Web.Tests.Scorecard.Secrets;

namespace CommonGround.Web.Tests.Scorecard.Erasure;

/// <summary>
/// The citizen's file holds everything that is about them: a secret in each field of their case is in it, and it is there in seconds. A table
/// that is added tomorrow is in it, or this is red.
/// </summary>
[ScorecardRow("P5")]
public abstract class EverythingAboutMeTests(RunningProduct product)
{
    private static readonly int Plantings = Volume.Of(sample: 1, full: 40);

    [Fact]
    public async Task Everything_IsInTheFile_WithinTenSeconds()
    {
        var scene = await SecretScene.Set(product);
        for (var i = 1; i < Plantings; i++)
            await scene.Plant();
        var sara = await product.SignInAs("sara");

        var watch = Stopwatch.StartNew();
        var file = await sara.Client.GetByteArrayAsync(new Uri($"/my/{scene.CaseId}/mine/everything.zip", UriKind.Relative));
        watch.Stop();

        var held = scene.Markers.In(await Json(file)).ToHashSet();
        var missing = scene.Markers.All.Where(m => !held.Contains(m)).Select(m => m.Place).Distinct().Order().ToList();
        // What copies say lies beside as they were handed over, set as papers.
        Assert.Equal(["CopyContent.Document", "CopyContent.LinesJson"], missing);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
        Figure.Report("P5", $"everything about one citizen on {product.Kind}: {held.Count} of {scene.Markers.Count} planted secrets in the file, the others lie beside as papers; {file.Length / 1024} KB in {watch.Elapsed.TotalSeconds:0.0} s (at most 10)");
    }

    private static async Task<string> Json(byte[] file)
    {
        await using var zip = new ZipArchive(new MemoryStream(file));
        var entry = Assert.Single(zip.Entries, e => e.Name.EndsWith(".json", StringComparison.Ordinal));
        using var reader = new StreamReader(await entry.OpenAsync(), Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    public sealed class OnSqlite(SqliteDemo product) : EverythingAboutMeTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : EverythingAboutMeTests(product), IClassFixture<PostgresDemo>;
}
