namespace CommonGround.Web.Infrastructure.Documents;

/// <summary>Closes gaps between heading levels, the same way in every rendering: no heading is more than one below the last.</summary>
internal sealed class HeadingLevels
{
    private int _last;

    public int Next(int level) => _last = Math.Min(level, _last + 1);
}
