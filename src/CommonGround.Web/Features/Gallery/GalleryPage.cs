using CommonGround.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace CommonGround.Web.Features.Gallery;

/// <summary>A page for developers and demonstrations; elsewhere it is not there.</summary>
[AllowAnonymous]
public abstract class GalleryPage(IOptions<HouseUiOptions> options, IHostEnvironment environment) : PageModel
{
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (!options.Value.Demo && environment.IsProduction())
        {
            context.Result = new NotFoundResult();
        }
    }
}
