namespace CommonGround.Web.Tests.Scorecard;

/// <summary>For tests that measure how fast something is: nothing else of these tests runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
