namespace CommonGround.Web.Infrastructure.Asked;

/// <summary>What all areas ask of one person.</summary>
public static class Asks
{
    /// <summary>In one case or (null) in all of theirs.</summary>
    public static async Task<IReadOnlyList<AskedOf>> All(this IEnumerable<IAsk> asks, Guid personId, Guid? caseId, DateTime now)
    {
        var all = new List<AskedOf>();
        foreach (var ask in asks)
            all.AddRange(await ask.Of(personId, caseId, now));
        return all;
    }
}
