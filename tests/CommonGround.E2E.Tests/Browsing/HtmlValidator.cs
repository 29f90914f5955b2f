using System.Diagnostics;
using System.Text.Json;

namespace CommonGround.E2E.Tests.Browsing;

/// <summary>Whether pages are HTML as the standard has it, by html-validate: browsers repair what assistive technology trips over.</summary>
public static class HtmlValidator
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "node");
    private static readonly string Script = Path.Combine(Folder, "node_modules", "html-validate", "bin", "html-validate.mjs");

    // The browser's driver brings a Node of its own, newer than some distributions'.
    private static readonly string Node = Path.Combine(AppContext.BaseDirectory, ".playwright", "node", "linux-x64", "node");

    public static string? Missing =>
        !File.Exists(Script) ? "html-validate is not installed: npm ci --prefix tests/node" : !File.Exists(Node) ? "No Node for this machine." : null;

    /// <summary>The faults of these HTML files, each with file, line and rule.</summary>
    public static async Task<IReadOnlyList<string>> Faults(IReadOnlyCollection<string> files)
    {
        if (files.Count == 0) return [];
        // Into a file: it ends before a pipe has taken more than 64 KiB.
        var answer = Path.GetTempFileName();
        var start = new ProcessStartInfo(Node, [Script, "--config", Path.Combine(Folder, ".htmlvalidate.json"), "--formatter", $"json={answer}", .. files])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var output = await File.ReadAllTextAsync(answer);
        File.Delete(answer);
        Assert.True(output.StartsWith('['), $"html-validate did not answer: {said} {await errors}");
        return [.. JsonDocument.Parse(output).RootElement.EnumerateArray().SelectMany(Describe)];
    }

    private static IEnumerable<string> Describe(JsonElement file) =>
        from message in file.GetProperty("messages").EnumerateArray()
        select $"{Path.GetFileName(file.GetProperty("filePath").GetString())}:{message.GetProperty("line")}: "
            + $"{message.GetProperty("ruleId").GetString()}: {message.GetProperty("message").GetString()}";
}
