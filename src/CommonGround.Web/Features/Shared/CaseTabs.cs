using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Features.Shared;

/// <summary>The parts of a case, each a page of its own; whoever cannot open one is not sent there.</summary>
public static class CaseTabs
{
    private static readonly PartyRole[] Coordinates = [PartyRole.Coordinator];

    private static readonly PartyRole[] Cares =
        [.. Coordinates, PartyRole.TreatingDoctor, PartyRole.CertifyingDoctor, PartyRole.TeamMember, PartyRole.ClinicalUnit];

    private static readonly PartyRole[] WorksWithIt = [.. Cares, PartyRole.Caseworker, PartyRole.GeneralPractitioner];

    private static readonly (string Page, PartyRole[] Roles)[] Pages =
        [("", WorksWithIt), ("plan", Cares), ("steps", WorksWithIt), ("meetings", WorksWithIt), ("consent", Coordinates), ("people", Coordinates), ("journal", Cares)];

    /// <summary>Whether they have a case page at all: citizen, supervisor and companion have pages of their own.</summary>
    public static bool Has(PartyRole role) => WorksWithIt.Contains(role);

    /// <summary>Their pages of a case begin where its head does, whichever part they turn to.</summary>
    public static string Width(PartyRole role) => Has(role) ? "case" : "medium";

    /// <param name="current">The last part of the page's address; empty for the overview.</param>
    public static TabsView Of(Texts texts, CaseView view, string current) => new(texts["case.tabs"],
        [.. Pages.Where(page => page.Roles.Contains(view.Role)).Select(page => new Tab(
            texts["case.tab." + (page.Page.Length == 0 ? "overview" : page.Page)],
            $"/cases/{view.CaseId}{(page.Page.Length == 0 ? "" : "/" + page.Page)}", page.Page == current))]);
}
