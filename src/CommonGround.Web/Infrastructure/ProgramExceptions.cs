using Microsoft.AspNetCore.Diagnostics;

namespace CommonGround.Web.Infrastructure;

/// <summary>A bug met by a program: a bare problem with the number that finds it in the log, nothing of what was thrown.</summary>
internal sealed class ProgramExceptions(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!HouseUi.ForPrograms(httpContext.Request.Path))
        {
            return false;
        }

        httpContext.Response.StatusCode = StatusCodes.Status500InternalServerError;
        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext });
    }
}
