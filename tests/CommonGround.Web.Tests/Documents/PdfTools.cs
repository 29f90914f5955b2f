using System.ComponentModel;
using System.Diagnostics;

namespace CommonGround.Web.Tests.Documents;

/// <summary>
/// Others' programs that read our PDFs (qpdf, and poppler's pdftotext, pdfinfo, pdffonts). A test that asks for one
/// that is not installed is skipped, and says so.
/// </summary>
internal static class PdfTools
{
    public static async Task<string> Run(string tool, byte[] pdf, params string[] arguments)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7()}.pdf");
        await File.WriteAllBytesAsync(path, pdf);
        try
        {
            var start = new ProcessStartInfo(tool, arguments.Select(argument => argument == "FILE" ? path : argument))
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Start(start);
            var error = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, $"{tool} {process.ExitCode}: {output} {await error}");
            return output + await error;
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>The text in reading order, with line ends and repeated spaces as one space.</summary>
    public static async Task<string> Text(byte[] pdf) => Flat(await Run("pdftotext", pdf, "-enc", "UTF-8", "FILE", "-"));

    /// <summary>The words in the order of the structure, as a screen reader meets them; footers and repeated headers are not among them.</summary>
    public static async Task<string> Structure(byte[] pdf)
    {
        var structure = await Run("pdfinfo", pdf, "-struct-text", "FILE");
        var spoken = structure.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 1 && line[0] == '"' && line[^1] == '"');
        return Flat(string.Join(' ', spoken.Select(line => line[1..^1])));
    }

    /// <summary>How much ink the first page has: its pixels darker than middle grey, at 72 to the inch. A broken font makes poppler complain.</summary>
    public static async Task<int> Ink(byte[] pdf)
    {
        var picture = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7()}");
        try
        {
            Assert.Equal("", await Run("pdftoppm", pdf, "-r", "72", "-gray", "-singlefile", "FILE", picture));
            return (await File.ReadAllBytesAsync($"{picture}.pgm")).Skip(20).Count(pixel => pixel < 128);
        }
        finally
        {
            File.Delete($"{picture}.pgm");
        }
    }

    public static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Skip($"{start.FileName} is not installed (Debian: qpdf, poppler-utils).");
            throw;
        }
    }
}
