using System.Xml.Linq;
using Mono.Cecil;

namespace CommonGround.Domain.Tests.Architecture;

public sealed class DomainPurityTests
{
    private static readonly ModuleDefinition Domain = ModuleDefinition.ReadModule(typeof(Error).Assembly.Location);
    private static readonly ModuleDefinition Tests = ModuleDefinition.ReadModule(typeof(BrokenSamples).Assembly.Location);

    [Fact]
    public void TheAssemblyLookedAt_IsTheDomain()
    {
        Assert.Equal("CommonGround.Domain", Domain.Assembly.Name.Name);
        Assert.Contains(Domain.Types, type => type.FullName == "CommonGround.Domain.Sharing.InformationKind");
    }

    [Fact]
    public void Domain_References_OnlyTheFrameworkItself() =>
        Assert.Empty(Domain.AssemblyReferences.Select(reference => reference.Name).Where(IsForeign));

    [Fact]
    public void References_OfThisTestAssembly_WouldBeCaught() =>
        Assert.Contains("Mono.Cecil", Tests.AssemblyReferences.Select(reference => reference.Name).Where(IsForeign));

    [Fact]
    public void DomainProject_Names_NoPackageAndNoProject()
    {
        var project = XDocument.Load(Path.Combine(Repository.Root, "src/CommonGround.Domain/CommonGround.Domain.csproj"));

        Assert.Empty(project.Descendants().Where(element => element.Name.LocalName is "PackageReference" or "ProjectReference" or "FrameworkReference"));
    }

    [Fact]
    public void Domain_Touches_NoClockNoChanceNoInputOrOutput() => Assert.Empty(Purity.Breaches(Domain.Types));

    [Theory]
    [InlineData(typeof(BrokenSamples.ReadsTheClock), "System.DateTime::get_UtcNow")]
    [InlineData(typeof(BrokenSamples.DrawsAnId), "System.Guid::CreateVersion7")]
    [InlineData(typeof(BrokenSamples.ReadsAFile), "System.IO.File::ReadAllText")]
    [InlineData(typeof(BrokenSamples.FollowsTheMachinesLanguage), "System.Globalization.CultureInfo::get_CurrentCulture")]
    [InlineData(typeof(BrokenSamples.HidesItInALambda), "System.IO.File::Exists")]
    public void Breaches_OfABrokenSample_NameIt(Type sample, string breach) =>
        Assert.Contains(breach, Assert.Single(Purity.Breaches([Sample(sample)])), StringComparison.Ordinal);

    [Fact]
    public void Breaches_OfAPureSample_AreNone() => Assert.Empty(Purity.Breaches([Sample(typeof(BrokenSamples.IsPure))]));

    private static bool IsForeign(string assembly) =>
        !assembly.StartsWith("System.", StringComparison.Ordinal) && assembly is not ("System" or "netstandard" or "mscorlib");

    private static TypeDefinition Sample(Type type) =>
        Tests.GetType(typeof(BrokenSamples).FullName).NestedTypes.Single(nested => nested.Name == type.Name);
}
