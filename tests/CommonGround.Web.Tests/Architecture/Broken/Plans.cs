#pragma warning disable IDE0130 // The namespaces are those of a broken product, and that is the point.
using CommonGround.Web.Tests.Architecture.Broken.Features.Cases.OpenCase;
using CommonGround.Web.Tests.Architecture.Broken.Features.Shared;

namespace CommonGround.Web.Tests.Architecture.Broken.Features.Plans.AgreePlan;

/// <summary>Reaches into another area in the two ways that are easiest to miss: a type argument, and inside a lambda.</summary>
internal sealed class AgreePlanPage
{
    public List<OpenCasePage> Pages { get; } = [];

    public static Func<string> Title() => () => new OpenCaseHandler().Title;
}

/// <summary>Uses what all areas may use.</summary>
internal sealed class ShowPlanPage
{
    public Layout Layout { get; } = new();
}
