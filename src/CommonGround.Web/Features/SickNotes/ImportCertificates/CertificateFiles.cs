using CommonGround.Domain.SickLeave;

namespace CommonGround.Web.Features.SickNotes.ImportCertificates;

/// <summary>
/// A file to read, or why it cannot be read. <paramref name="Path"/> is as the person gave it, with what was found below it;
/// <paramref name="Bytes"/> is what it holds, where it was sent and does not stand on a disk.
/// </summary>
public sealed record FoundFile(string Path, CertificateProblem? Problem = null, byte[]? Bytes = null);

/// <summary>
/// Finds and reads the files of an import. In folders, at any depth, every file that ends in .xml, in the same order every time.
/// Links inside folders are not followed: they could lead anywhere, or round in a circle.
/// </summary>
public static class CertificateFiles
{
    private static readonly EnumerationOptions OneFolder = new()
    {
        IgnoreInaccessible = false,
        AttributesToSkip = 0,
        ReturnSpecialDirectories = false,
    };

    public static IReadOnlyList<FoundFile> Find(IEnumerable<string> paths)
    {
        var found = new List<FoundFile>();
        foreach (var path in paths)
        {
            if (Directory.Exists(path))
                Walk(path, found);
            else
                found.Add(File.Exists(path) ? new FoundFile(path) : new FoundFile(path, Problem("file.not-found")));
        }

        return found;
    }

    /// <summary>The file's bytes, at most one more than the limit: enough to know that it is too large.</summary>
    public static async Task<(byte[]? Bytes, CertificateProblem? Problem)> Read(string path, int mostBytes, CancellationToken cancel)
    {
        try
        {
            // Never open what has no length: a pipe that is named like a certificate would make the import wait for ever.
            if (new FileInfo(path) is { Exists: true, Length: 0 })
                return ([], null);

            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 4096, true);
            var buffer = new byte[(int)Math.Min(Length(file) ?? mostBytes, mostBytes) + 1];
            var read = await file.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel);
            return (buffer[..read], null);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return (null, Problem(refused is FileNotFoundException or DirectoryNotFoundException ? "file.not-found" : "file.unreadable"));
        }
    }

    private static void Walk(string folder, List<FoundFile> found)
    {
        string[] entries;
        try
        {
            entries = [.. Directory.EnumerateFileSystemEntries(folder, "*", OneFolder)];
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            found.Add(new FoundFile(folder, Problem("file.unreadable")));
            return;
        }

        Array.Sort(entries, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var attributes = Attributes(entry);
            var isXml = System.IO.Path.GetExtension(entry).Equals(".xml", StringComparison.OrdinalIgnoreCase);
            var isFolder = attributes is { } known && known.HasFlag(FileAttributes.Directory);
            if (attributes is { } of && of.HasFlag(FileAttributes.ReparsePoint))
            {
                if (isXml || isFolder)
                    found.Add(new FoundFile(entry, Problem("file.link")));
            }
            else if (isFolder)
            {
                Walk(entry, found);
            }
            else if (isXml)
            {
                found.Add(new FoundFile(entry));
            }
        }
    }

    private static FileAttributes? Attributes(string path)
    {
        try
        {
            return File.GetAttributes(path);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static long? Length(FileStream file) => file.CanSeek ? file.Length : null;

    private static CertificateProblem Problem(string code) => new(code, "file");
}
