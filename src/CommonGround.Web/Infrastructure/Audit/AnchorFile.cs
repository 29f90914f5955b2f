using System.Text;
using CommonGround.Domain;

namespace CommonGround.Web.Infrastructure.Audit;

/// <summary>Anchors in a file, one a line. Each names only what is other than in those before it, so that the file grows with the logs.</summary>
public sealed class AnchorFile
{
    private readonly HashSet<string> _digests = new(StringComparer.Ordinal);

    private AnchorFile()
    {
    }

    public List<Anchor> Anchors { get; } = [];

    /// <summary>What the last anchor comes to; null while there is none.</summary>
    public AnchorState? State { get; private set; }

    public static Outcome<AnchorFile> Read(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return Read(stream, path).Match<Outcome<AnchorFile>>(read => read.File, error => error);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new AnchorFileUnreadable(path, refused.Message);
        }
    }

    /// <summary>Adds an anchor of these heads, on the disk when this returns.</summary>
    public static Outcome<AnchorKept> Append(string path, IReadOnlyList<AnchoredHead> heads, DateTime at)
    {
        try
        {
            // Nobody else writes to it meanwhile.
            using var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
            var read = Read(stream, path);
            if (!read.Succeeded)
                return read.Error!;

            var (file, end) = read.Value;
            var anchor = Anchor.Of(heads, at, file.State);
            stream.SetLength(end);
            stream.Position = end;
            stream.Write(Encoding.UTF8.GetBytes(anchor.Line() + "\n"));
            stream.Flush(flushToDisk: true);
            return new AnchorKept(anchor, file.State?.SetBackIn(AnchorState.Of(heads)) ?? 0);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new AnchorNotKept(path, refused.Message);
        }
    }

    private static Outcome<(AnchorFile File, long End)> Read(FileStream stream, string path)
    {
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var (file, number, start) = (new AnchorFile(), 0, 0);
        while (start < bytes.Length)
        {
            var length = bytes.AsSpan(start).IndexOf((byte)'\n');
            // A line without its end was cut off while it was written: it was never an anchor.
            if (length < 0)
                break;

            number++;
            var line = Encoding.UTF8.GetString(bytes, start, length).Trim('\r', ' ', '\uFEFF');
            start += length + 1;
            if (line.Length > 0 && file.Take(line, path, number) is { } broken)
                return broken;
        }

        return (file, start);
    }

    private Error? Take(string line, string path, int number)
    {
        if (Anchor.Read(line) is not { } anchor || anchor.Heads.Any(h => h.Hash.Length != 64 || !h.Hash.All(char.IsAsciiHexDigitLower)))
            return new AnchorLineBroken(path, number);
        if (anchor.Since is not null && !_digests.Contains(anchor.Since))
            return new AnchorBeforeMissing(path, number);

        // Several processes may post to one address, each following on its own: then only heads can be told, not their sum.
        var follows = anchor.Since is null || anchor.Since == Anchors[^1].Digest;
        if (anchor.Since is null || State is null)
            State = AnchorState.Of(anchor.Heads);
        else
            State.Move(anchor.Heads);
        if (follows && (State.Chains != anchor.Chains || State.Digest() != anchor.Digest))
            return new AnchorLineBroken(path, number);

        _digests.Add(anchor.Digest);
        Anchors.Add(anchor);
        return null;
    }
}

/// <summary>An anchor that is kept outside now.</summary>
/// <param name="SetBack">How many chains are behind the anchor before, or gone: the logs were tampered with, or restored from a copy.</param>
public sealed record AnchorKept(Anchor Anchor, int SetBack);
