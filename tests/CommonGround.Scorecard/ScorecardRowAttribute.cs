using Xunit.v3;

namespace CommonGround.Scorecard;

/// <summary>
/// Marks the tests that measure a row of the scorecard, its negative control among them. <c>./test</c> runs them on a
/// small seeded sample, <c>./verify ROW</c> at full volume.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ScorecardRowAttribute(string row) : Attribute, ITraitAttribute
{
    public string Row { get; } = row;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Row", Row)];
}
