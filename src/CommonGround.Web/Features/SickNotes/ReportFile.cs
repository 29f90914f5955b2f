using System.Text.Encodings.Web;
using System.Text.Json;

namespace CommonGround.Web.Features.SickNotes;

/// <summary>Writes a report as JSON: whole or not at all, so that nobody reads half of one.</summary>
public static class ReportFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // The file is no page: å and ö stand as themselves, and so does a quotation mark in a path.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>False when the place cannot be written to.</summary>
    public static async Task<bool> Write<T>(string path, T report, CancellationToken cancel)
    {
        var half = path + ".part";
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
                Directory.CreateDirectory(folder);
            await using (var file = File.Create(half))
                await JsonSerializer.SerializeAsync(file, report, Json, cancel);
            File.Move(half, path, overwrite: true);
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return false;
        }
    }
}
