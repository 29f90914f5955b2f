using CommonGround.Domain.Documents;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Documents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommonGround.Web.Tests.Documents;

/// <summary>Renders the document's partial page by itself, without the product around it.</summary>
internal static class DocumentPage
{
    public static async Task<string> Render(Document document, int? level = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(DocumentWords).Assembly.GetName().Name });
        builder.Services.AddHouseUi(builder.Configuration);
        builder.Logging.ClearProviders();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        await using var app = builder.Build();
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;

        var view = services.GetRequiredService<IRazorViewEngine>().GetView(null, "/Features/Shared/_Document.cshtml", isMainPage: false);
        Assert.True(view.Success, string.Join(", ", view.SearchedLocations ?? []));
        var http = new DefaultHttpContext { RequestServices = services };
        var data = new ViewDataDictionary<Document>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = document, ["DocumentLevel"] = level };
        await using var writer = new StringWriter();
        var context = new ViewContext(
            new ActionContext(http, new RouteData(), new ActionDescriptor()),
            view.View!,
            data,
            new TempDataDictionary(http, services.GetRequiredService<ITempDataProvider>()),
            writer,
            new HtmlHelperOptions());
        await view.View!.RenderAsync(context);
        return writer.ToString();
    }
}
