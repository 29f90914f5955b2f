using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CommonGround.Web.Infrastructure;

/// <summary>
/// A page answers what it has a handler for. Without one the framework would draw it with nothing loaded: a broken page, noted as a look
/// that showed nothing.
/// </summary>
internal sealed class OnlyItsMethods : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var http = context.HttpContext;
        // The page that tells of trouble is drawn in place of whatever was asked for, by whichever method.
        var tellsOfTrouble = http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null;
        if (context.HandlerMethod is null && !tellsOfTrouble && HttpMethods.IsPost(http.Request.Method))
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
