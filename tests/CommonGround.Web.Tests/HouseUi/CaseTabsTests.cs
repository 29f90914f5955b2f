using System.Reflection;
using CommonGround.Domain.Sharing;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.HouseUi;

[OnOneDatabase("Nothing here asks the database.")]
public sealed class CaseTabsTests(SqliteProduct product) : IClassFixture<SqliteProduct>
{
    [Fact]
    public async Task ATab_LeadsOnlyWhereItsReaderMayGo()
    {
        var pages = product.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().ToLookup(e => e.RoutePattern.RawText);
        var (caseId, seen) = (Guid.CreateVersion7(), 0);
        foreach (var role in Enum.GetValues<PartyRole>())
        {
            var view = new CaseView(caseId, Guid.Empty, "se", Guid.Empty, role, false, Hat.Support, new HashSet<InformationKind>());
            foreach (var tab in CaseTabs.Of(product.Services.GetRequiredService<Texts>().In("en"), view, "").Tabs)
            {
                var endpoint = pages[tab.Href.TrimStart('/').Replace($"{caseId}", "{caseId:guid}", StringComparison.Ordinal)].First();
                var page = await product.Services.GetRequiredService<PageLoader>().LoadAsync(endpoint.Metadata.GetMetadata<PageActionDescriptor>()!, endpoint.Metadata);
                var roles = page.ModelTypeInfo!.GetCustomAttribute<InCaseAttribute>()!.Roles;
                Assert.True(roles.Count == 0 || roles.Contains(role), $"{role} is sent to {tab.Href}, which is not there for them.");
                seen++;
            }
        }

        Assert.True(seen > 25, $"{seen} tabs");
    }
}
