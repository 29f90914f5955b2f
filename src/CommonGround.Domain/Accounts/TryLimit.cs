namespace CommonGround.Domain.Accounts;

/// <summary>
/// How often something may be tried in vain before it rests, and how long: longer each time, never for long. A rest ends by itself, so that
/// nobody can be kept out by someone else's guesses for good.
/// </summary>
/// <param name="Free">Tries before the first rest.</param>
/// <param name="First">The first rest; each one after it is twice as long.</param>
/// <param name="Longest">No rest is longer.</param>
/// <param name="Forgets">Without a try for so long, counting begins anew.</param>
public sealed record TryLimit(int Free, TimeSpan First, TimeSpan Longest, TimeSpan Forgets)
{
    /// <summary>For one name, or one known device of a name.</summary>
    public static readonly TryLimit OfName = new(5, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(15), TimeSpan.FromHours(24));

    /// <summary>For one network address: a whole hospital can stand behind one, so it takes more, and forgets sooner.</summary>
    public static readonly TryLimit OfAddress = new(60, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15));

    /// <summary>Counts one more try, before anyone looks whether it is right; a right one is forgotten afterwards.</summary>
    /// <returns>Null while it rests: nothing is looked at, and nothing counted.</returns>
    public Tries? Count(Tries before, DateTime at)
    {
        if (before.RestsUntil is { } until && at < until)
            return null;

        var count = at >= before.LastAt + Forgets ? 1 : before.Count + 1;
        return new Tries(count, at, count < Free ? null : at + Rest(count - Free));
    }

    private TimeSpan Rest(int earlier) => earlier >= 10 || First * (1 << earlier) > Longest ? Longest : First * (1 << earlier);
}

/// <summary>What was tried in vain so far.</summary>
/// <param name="RestsUntil">From the try that went too far.</param>
public sealed record Tries(int Count, DateTime LastAt, DateTime? RestsUntil)
{
    public static readonly Tries None = new(0, DateTime.MinValue, null);
}
