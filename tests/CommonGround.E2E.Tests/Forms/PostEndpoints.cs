using System.Reflection;
using System.Text.RegularExpressions;
using CommonGround.Web.Features.Demo;
using Microsoft.AspNetCore.Razor.Hosting;

namespace CommonGround.E2E.Tests.Forms;

/// <summary>Every form that the product takes: of each page, each of its handlers. Told from what was compiled, so that a new one is among them.</summary>
internal static partial class PostEndpoints
{
    private static readonly IReadOnlyList<(Regex Path, string Page, IReadOnlySet<string> Handlers)> Pages = [.. Find()];

    /// <summary>As <c>Plans/EditPlan/EditPlan Add</c>.</summary>
    public static IReadOnlySet<string> All { get; } = Pages.SelectMany(p => p.Handlers.Select(h => Key(p.Page, h))).ToHashSet();

    /// <summary>What a form with this address is taken by; null where no page does.</summary>
    public static string? Of(Uri address)
    {
        var handler = HandlerInQuery().Match(address.Query) is { Success: true } m ? m.Groups[1].Value : "";
        var page = Pages.FirstOrDefault(p => p.Path.IsMatch(address.AbsolutePath));
        return page.Page is null ? null : Key(page.Page, page.Handlers.FirstOrDefault(h => h.Equals(handler, StringComparison.OrdinalIgnoreCase)) ?? handler);
    }

    /// <summary>The page's name for an address that is opened: one of each is opened a few times.</summary>
    public static string? PageOf(Uri address) => Pages.FirstOrDefault(p => p.Path.IsMatch(address.AbsolutePath)).Page;

    private static string Key(string page, string handler) => $"{page} {handler}".Trim();

    private static IEnumerable<(Regex, string, IReadOnlySet<string>)> Find() =>
        from item in new RazorCompiledItemLoader().LoadItems(typeof(DemoFile).Assembly)
        let route = item.Metadata.OfType<RazorCompiledItemMetadataAttribute>().FirstOrDefault(m => m.Key == "RouteTemplate")?.Value
        where route is not null
        let model = item.Type.GetProperty("Model")!.PropertyType
        let handlers = model.GetMethods(BindingFlags.Public | BindingFlags.Instance).Where(m => m.Name.StartsWith("OnPost", StringComparison.Ordinal)).Select(m => m.Name["OnPost".Length..])
        select (Path(route), item.Identifier["/Features/".Length..^".cshtml".Length], (IReadOnlySet<string>)handlers.ToHashSet());

    private static Regex Path(string route) =>
        new("^/" + string.Join("[^/]+", Hole().Split(route.Trim('/')).Select(Regex.Escape)) + "$", RegexOptions.IgnoreCase);

    [GeneratedRegex(@"\{(?:[^{}]|\{[^{}]*\})*\}")]
    private static partial Regex Hole();

    [GeneratedRegex("[?&]handler=([^&]+)", RegexOptions.IgnoreCase)]
    private static partial Regex HandlerInQuery();
}
