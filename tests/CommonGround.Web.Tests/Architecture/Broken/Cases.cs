#pragma warning disable IDE0130 // The namespaces are those of a broken product, and that is the point.
namespace CommonGround.Web.Tests.Architecture.Broken.Features.Cases.OpenCase
{
    internal sealed class OpenCasePage;

    internal sealed class OpenCaseHandler
    {
        public string Title { get; } = "";
    }
}

namespace CommonGround.Web.Tests.Architecture.Broken.Features.Shared
{
    internal sealed class Layout;
}
