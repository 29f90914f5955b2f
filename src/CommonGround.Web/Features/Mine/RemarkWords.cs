using CommonGround.Domain.Cases;

namespace CommonGround.Web.Features.Mine;

/// <summary>How a remark is told.</summary>
public static class RemarkWords
{
    private const int AtMost = 80;

    /// <summary>The end of <c>mine.remark.…</c>.</summary>
    public static string State(Remark remark) => remark.SetRight switch { null => "waits", true => "right", false => "beside" };

    /// <summary>The beginning of a text, for a list.</summary>
    public static string Short(string words)
    {
        var line = words.ReplaceLineEndings(" ").Trim();
        return line.Length <= AtMost ? line : line[..AtMost].TrimEnd() + "…";
    }
}
