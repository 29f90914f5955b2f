using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using CommonGround.E2E.Tests.Running;
using CommonGround.Scorecard;
using CommonGround.Testing.Databases;

namespace CommonGround.E2E.Tests;

/// <summary>How long a thousand certificates take at the command line, the program's start among it: kept, chained and journalled, each.</summary>
[ScorecardRow("F6")]
[Collection("F6")]
public sealed partial class ImportTimeTests
{
    /// <summary>The sample shares its machine with others, and most of its time is the program's start.</summary>
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(Volume.Of(sample: 60, full: 20));

    [Fact]
    public async Task Import_AThousandFiles_WithinTwentySeconds()
    {
        await using var product = await ProductProcess.StartAsync(DatabaseKind.Sqlite);
        var (folder, files) = (Path.Combine(product.Database.DataFolder, "many"), Volume.Of(sample: 100, full: 1_000));
        await WriteCertificates(folder, files);

        var clock = Stopwatch.StartNew();
        var (code, output) = await product.Run("import", "certificates", folder);
        var time = clock.Elapsed;

        Assert.True(code == 0, output);
        Assert.Contains(files.ToString(CultureInfo.InvariantCulture), output, StringComparison.Ordinal);
        Figure.Report("F6", $"{files} certificates imported in {time.TotalSeconds:0.0} s, beside the running product");
        Assert.True(time <= AtMost, $"{files} files took {time}.");

        // The negative control: the same files again are told as being here, so that nothing quick can pass for having kept them.
        var again = await product.Run("import", "certificates", folder);
        Assert.NotEqual(output, again.Output);
    }

    private static async Task WriteCertificates(string folder, int files)
    {
        Directory.CreateDirectory(folder);
        var template = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "content", "demo", "sick-note.xml"));
        // One period, whole days, no earlier certificate: what is left of the template when the demo fills it in so.
        template = NotHere().Replace(template, "");
        for (var i = 0; i < files; i++)
        {
            var born = new DateOnly(1950, 1, 1).AddDays(i * 17);
            var words = new Dictionary<string, string>
            {
                ["id"] = $"many-{i}", ["number"] = Number(born, 980 + i % 20), ["given"] = "Anna", ["family"] = $"Lind{i}", ["work"] = "Lärare",
                ["signed"] = "2026-03-02", ["code"] = "F438A", ["diagnosis"] = "Utmattningssyndrom", ["row"] = "1", ["degree"] = "HELT_NEDSATT",
                ["from"] = "2026-03-02", ["to"] = "2026-03-20",
            };
            await File.WriteAllTextAsync(Path.Combine(folder, $"{i:0000}.xml"), Place().Replace(template, found => words[found.Groups[1].Value]));
        }
    }

    /// <summary>A Swedish national id from the series that are kept for tests, with its check digit.</summary>
    private static string Number(DateOnly born, int series)
    {
        var digits = born.ToString("yyMMdd", CultureInfo.InvariantCulture) + series.ToString(CultureInfo.InvariantCulture);
        var sum = digits.Select((digit, i) => (digit - '0') * (2 - i % 2)).Sum(product => product / 10 + product % 10);
        return $"{born:yyyy}{digits[2..]}{(10 - sum % 10) % 10}";
    }

    [GeneratedRegex("\\{([a-z]+)\\}")]
    private static partial Regex Place();

    [GeneratedRegex("<!--.*?-->|<c:relation>.*?</c:relation>|<c:svar id=\"33\">.*?</c:svar>", RegexOptions.Singleline)]
    private static partial Regex NotHere();
}
