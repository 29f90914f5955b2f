using System.Text.Encodings.Web;
using System.Text.Unicode;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace CommonGround.Web.Infrastructure;

/// <summary>Wires what every page shares: languages, layout, security headers, files, error pages.</summary>
public static class HouseUi
{
    public static IMvcBuilder AddHouseUi(this WebApplicationBuilder builder)
    {
        // Finds the files also where the product runs from its build folder; a published one has them beside it.
        builder.WebHost.UseStaticWebAssets();
        return builder.Services.AddHouseUi(builder.Configuration);
    }

    public static IMvcBuilder AddHouseUi(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<HouseUiOptions>(configuration.GetSection("CommonGround"));
        services.AddSingleton<TextStore>();
        services.AddSingleton<OrganisationTime>();
        services.AddSingleton(provider => new Texts(
            provider.GetRequiredService<TextStore>(), provider.GetRequiredService<OrganisationTime>()));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "form";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.Configure<KestrelServerOptions>(options => options.AddServerHeader = false);
        // Å, Ä, Ö, Æ and Ø as themselves: a third fewer bytes in a Swedish page than as references.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<RouteOptions>(options =>
        {
            options.LowercaseUrls = true;
            options.AppendTrailingSlash = false;
        });

        services.AddProblemDetails();
        services.AddExceptionHandler<ProgramExceptions>();
        services.AddSingleton<IPostConfigureOptions<MvcOptions>, FieldMessages>();
        services.Configure<MvcOptions>(options => options.Filters.Add<KeptForm.Keeper>());
        services.AddOptions<MvcDataAnnotationsLocalizationOptions>()
            .PostConfigure<Texts>((options, texts) => options.DataAnnotationLocalizerProvider = (_, _) => new TextsLocalizer(texts));
        return services.AddRazorPages(options => options.RootDirectory = "/Features")
            .AddMvcOptions(options =>
            {
                options.Filters.Add<Changes.SentAgain>();
                options.Filters.Add<OnlyItsMethods>();
                // What the address names is what the gate let in: a field of the same name in a form must not name another.
                var address = options.ValueProviderFactories.OfType<RouteValueProviderFactory>().Single();
                options.ValueProviderFactories.Remove(address);
                options.ValueProviderFactories.Insert(0, address);
            }).AddDataAnnotationsLocalization();
    }

    /// <summary>First in the pipeline: headers on every response, and a page in place of a bare error.</summary>
    public static IApplicationBuilder UseHouseUi(this IApplicationBuilder app)
    {
        app.UseMiddleware<SecurityHeaders>();
        if (!app.ApplicationServices.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            app.UseExceptionHandler("/error/500");
        }

        app.UseStatusCodePagesWithReExecute("/error/{0}");
        return app.Use((context, next) =>
        {
            if (ForPrograms(context.Request.Path))
            {
                context.Features.Get<IStatusCodePagesFeature>()!.Enabled = false;
            }

            return next(context);
        });
    }

    /// <summary>Programs get a problem as data (ProblemDetails, OperationOutcome), never as a page.</summary>
    internal static bool ForPrograms(PathString path) => path.StartsWithSegments("/api") || path.StartsWithSegments("/fhir");

    /// <summary>
    /// Files, the choice of language, and all Razor Pages. Files carry a fingerprint in their address and are kept by
    /// browsers for good; the build has compressed them. Pages are never compressed by us: what a page repeats from its
    /// address or a form would stand beside what only the person may see, and the length would tell (BREACH).
    /// </summary>
    public static PageActionEndpointConventionBuilder MapHouseUi(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous().WithMetadata(new SecurityHeaders.StaticFile(), new OpenToAllAttribute());
        app.MapLanguageChoice();
        return app.MapRazorPages().WithStaticAssets();
    }
}
