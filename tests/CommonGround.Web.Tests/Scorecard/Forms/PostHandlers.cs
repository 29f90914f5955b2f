using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Scorecard.Forms;

/// <summary>Every form that the product takes, of each page each of its handlers: as <c>Plans/EditPlan/EditPlan Add</c>.</summary>
internal static class PostHandlers
{
    /// <summary>The header by which an answer tells which of them was asked.</summary>
    public const string Header = "X-Handler";

    /// <summary>As the product itself knows them: a new one is among them.</summary>
    public static async Task<IReadOnlySet<string>> Of(IServiceProvider services)
    {
        var found = new HashSet<string>();
        foreach (var page in services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>())
        {
            var loaded = await services.GetRequiredService<PageLoader>().LoadAsync(page, EndpointMetadataCollection.Empty);
            found.UnionWith(loaded.HandlerMethods.Where(h => HttpMethods.IsPost(h.HttpMethod)).Select(h => Name(loaded, h)));
        }

        return found;
    }

    private static string Name(CompiledPageActionDescriptor page, HandlerMethodDescriptor handler) =>
        $"{page.RelativePath["/Features/".Length..^".cshtml".Length]} {handler.Name}".Trim();

    /// <summary>Put into the product by the tests: says in the answer which handler was asked.</summary>
    internal sealed class Told : IPageFilter
    {
        public void OnPageHandlerSelected(PageHandlerSelectedContext context)
        {
            if (context.HandlerMethod is { } handler && HttpMethods.IsPost(handler.HttpMethod))
                context.HttpContext.Response.Headers[Header] = Name(context.ActionDescriptor, handler);
        }

        public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
        {
        }

        public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
        {
        }
    }
}
