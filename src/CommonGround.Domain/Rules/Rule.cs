namespace CommonGround.Domain.Rules;

/// <summary>How sure the wording of a rule is. What is not read in the law itself is never shown as if it were.</summary>
public enum Confidence
{
    /// <summary>Read in the law or with the authority.</summary>
    High = 1,

    /// <summary>Second-hand, or read in part.</summary>
    Medium = 2,

    /// <summary>General knowledge: to be confirmed before anyone relies on it.</summary>
    Low = 3,
}

/// <summary>A rule of law or of an authority, through its versions (need N68). Versions do not overlap.</summary>
/// <param name="Country">Two letters, lower case.</param>
public sealed record Rule(string Key, string Country, Wording Title, IReadOnlyList<RuleVersion> Versions)
{
    /// <summary>What held on a day, or null.</summary>
    public RuleVersion? On(DateOnly day) => Versions.FirstOrDefault(v => v.From <= day && (v.Until is not { } last || day <= last));
}

/// <summary>A rule as it held for a time.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">Last day; null while nothing has ended it.</param>
/// <param name="Source">Law and section, or who says so: what has a name of its own in each language is called by it.</param>
/// <param name="Text">In plain words, for the citizen.</param>
public sealed record RuleVersion(DateOnly From, DateOnly? Until, Wording Source, string? Link, Confidence Confidence, Wording Text);
