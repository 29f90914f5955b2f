using System.Text.RegularExpressions;
using CommonGround.Scorecard;

namespace CommonGround.Web.Tests.Architecture;

/// <summary>What the hazard log and the threat model name as shown is there to show it.</summary>
public sealed partial class HazardLogTests
{
    [Theory]
    [InlineData("docs/safety/hazards.md", 20)]
    [InlineData("docs/privacy/threats.md", 15)]
    public void EveryTest_ThatIsNamed_IsThere(string page, int atLeast)
    {
        var named = TestName().Matches(File.ReadAllText(Path.Combine(Repository.Root, page))).Select(m => m.Groups[1].Value).ToHashSet();
        var there = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*Tests*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetFileName(file).Split('.')[0]).ToHashSet();

        Assert.True(named.Count >= atLeast, $"only {named.Count} tests are named");
        Assert.Empty(named.Except(there));
    }

    [GeneratedRegex("`([A-Z][A-Za-z]+Tests)`")]
    private static partial Regex TestName();
}
