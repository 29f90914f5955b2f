using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Features.Shared;

/// <summary>The parts of a case, each a page of its own.</summary>
public static class CaseTabs
{
    private static readonly string[] Pages = ["", "plan", "steps", "meetings", "consent", "journal"];

    /// <param name="current">The last part of the page's address; empty for the overview.</param>
    public static TabsView Of(Texts texts, Guid caseId, string current) => new(texts["case.tabs"],
        [.. Pages.Select(page => new Tab(
            texts["case.tab." + (page.Length == 0 ? "overview" : page)], $"/cases/{caseId}{(page.Length == 0 ? "" : "/" + page)}", page == current))]);
}
