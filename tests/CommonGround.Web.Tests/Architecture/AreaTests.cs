using Mono.Cecil;

namespace CommonGround.Web.Tests.Architecture;

public sealed class AreaTests
{
    private const string Product = "CommonGround.Web.Features";
    private const string Broken = "CommonGround.Web.Tests.Architecture.Broken.Features";

    [Fact]
    public void Areas_OfTheProduct_DoNotReachIntoEachOther()
    {
        using var module = ModuleDefinition.ReadModule(typeof(Program).Assembly.Location);

        Assert.Equal("commonground", module.Assembly.Name.Name);
        var reaches = Areas.Reaches(module, Product);
        Assert.True(reaches.Count == 0, string.Join('\n', reaches));
    }

    [Fact]
    public void Areas_ThatReachIntoEachOther_AreCaught()
    {
        using var module = ModuleDefinition.ReadModule(typeof(AreaTests).Assembly.Location);

        var reaches = Areas.Reaches(module, Broken);

        Assert.Contains(reaches, reach => reach.EndsWith("OpenCasePage", StringComparison.Ordinal));
        Assert.Contains(reaches, reach => reach.EndsWith("OpenCaseHandler", StringComparison.Ordinal));
        Assert.DoesNotContain(reaches, reach => reach.Contains("ShowPlanPage", StringComparison.Ordinal));
        Assert.Equal(["Cases", "Plans", "Shared"], Areas.Names(module, Broken));
    }
}
